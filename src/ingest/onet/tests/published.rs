//! The published files of release 30.3 with what stands in for the tables that are missing there.

use super::*;
use crate::ingest::inbox::files_at;

#[test]
fn the_published_files_give_every_row() {
    let data = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data"));
    if !data.exists() {
        eprintln!("skipped: the published files (../shared/data) are not at hand");
        return;
    }
    let paths = ["onet-30.3", "onet-standins"].map(|folder| files_at(&data.join(folder)).unwrap()).concat();
    let files: Vec<SourceFile> = paths.iter().map(|path| SourceFile::read(path).unwrap()).collect();
    assert_eq!(release(&files).as_deref(), Some("30.3"));
    let (rows, read) = read(&files).unwrap();

    assert_eq!(rows.roles.len(), 1016);
    assert_eq!(rows.roles.iter().filter(|role| role.job_zone.is_some()).count(), 923);
    assert_eq!(rows.reported_titles.len(), 7_953);
    assert_eq!(rows.job_titles.len(), 57_543);
    assert_eq!(rows.tasks.len(), 18_796);
    assert_eq!(rows.tasks.iter().filter(|task| task.importance.is_some()).count(), 16_589);
    assert_eq!(rows.task_activities.len(), 23_850);
    assert_eq!(rows.activities.len(), 2_087);
    assert_eq!(rows.elements.len(), 10 + 25 + 33 + 52 + 41);
    assert_eq!(rows.essential_skills.len(), 894 * 10);
    assert_eq!(rows.transferable_skills.len(), 894 * 25);
    assert_eq!(rows.knowledge.len(), 894 * 33);
    assert_eq!(rows.abilities.len(), 894 * 52);
    assert_eq!(rows.work_activities.len(), 894 * 41);
    assert_eq!(rows.software.len(), 31_821);
    assert_eq!(rows.tools.len(), 41_662);
    assert_eq!(rows.related.len(), 18_460);
    assert_eq!(rows.education.len(), 10_536);
    assert_eq!(rows.education.iter().filter(|row| row.suppress).count(), 223);
    assert_eq!(rows.interests.len(), 923);

    for (_, intake) in &read {
        assert_eq!(intake.read, intake.used + intake.left_out.values().sum::<usize>(), "{}", intake.file);
    }
    let (_, ratings) = read.iter().find(|(id, _)| *id == SourceId::OnetTaskRatings).unwrap();
    assert_eq!((ratings.used, ratings.left_out_text()), (16_589, "1034 superseded".to_owned()));
    let others = [SourceId::OnetKnowledge, SourceId::OnetAbilities, SourceId::OnetActivities, SourceId::OnetTools];
    assert!(others.iter().all(|id| read.iter().any(|(found, _)| found == id)));
}
