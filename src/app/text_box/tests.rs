use super::*;

fn of(text: &str, cells: usize) -> TextBox {
    let mut area = TextBox::default();
    area.insert(text);
    area.lay_out(cells);
    area
}

fn rows(area: &TextBox) -> Vec<&str> {
    area.rows().from(0).iter().map(|row| area.row_text(*row)).collect()
}

#[test]
fn lines_are_seen_in_rows() {
    let area = of("look for ways  into a network\n\nincomprehensible 漢字漢字", 9);
    let seen = ["look for ", "ways  ", "into a ", "network", "", "incompreh", "ensible ", "漢字漢字"];
    assert_eq!(rows(&area), seen);
    for (place, row) in area.rows().from(0).iter().enumerate() {
        let byte = area.rows().start_of(row.line) + row.from;
        assert_eq!((area.rows().row_of(byte), area.rows().line_of(byte)), (place, row.line));
    }
    for cells in 0..4 {
        let letters: usize = rows(&of("a 漢b", cells)).iter().map(|row| row.len()).sum();
        assert_eq!(letters, "a 漢b".len());
    }
}

#[test]
fn a_paste_keeps_its_lines_and_loses_what_is_no_letter() {
    let area = of("one\r\ntwo\rthree\u{2028}four\tfive\u{7}\u{202e}\u{200b}\u{feff}\u{1b}[31m e\u{301}", 80);
    assert_eq!(area.text(), "one\ntwo\nthree\nfour five[31m e\u{301}");
    let mut long = of(&"word ".repeat(30_000), 80);
    assert!(long.lines().iter().all(|line| line.len() <= 8_001) && long.lines().len() > 15);
    assert!(!long.insert(&"x".repeat(LONGEST)));
    assert_eq!(long.text().len(), LONGEST);
    assert!(!of("", 80).insert(&"\n".repeat(70_000)));
}

#[test]
fn what_was_done_is_undone_word_by_word_and_done_again() {
    let mut area = TextBox::default();
    for letter in "weld pipes".chars() {
        area.insert(letter.encode_utf8(&mut [0; 4]));
    }
    area.insert("\npasted\nlines");
    area.edit(Edit::DeleteWord);
    for before in ["weld pipes\npasted\nlines", "weld pipes", "weld ", ""] {
        assert!(area.edit(Edit::Undo));
        assert_eq!(area.text(), before);
    }
    assert!(!area.edit(Edit::Undo));
    for after in ["weld ", "weld pipes", "weld pipes\npasted\nlines", "weld pipes\npasted\n"] {
        assert!(area.edit(Edit::Redo));
        assert_eq!(area.text(), after);
    }
    assert!(!area.edit(Edit::Redo));
    area.clear();
    assert!(area.is_empty() && area.edit(Edit::Undo));
    area.select_all();
    area.insert("new");
    assert_eq!(area.text(), "new");
    assert!(area.edit(Edit::Undo));
    assert_eq!(area.text(), "weld pipes\npasted\n", "replaced in one step");
    area.select_all();
    assert!(area.edit(Edit::Backspace) && area.is_empty());
}

#[test]
fn the_cursor_goes_by_rows_and_keeps_to_its_cell() {
    let mut area = of("look for ways into\n\na network", 9);
    area.go_to(8);
    let seen = |area: &TextBox| (area.rows().row_of(area.cursor()), area.cursor());
    area.go_to_row(1);
    assert_eq!(seen(&area), (1, 17));
    area.go_to_row(0);
    assert_eq!(seen(&area), (0, 8), "a row that goes on has its end in the next");
    area.go_to_row(2);
    area.go_to_row(3);
    assert_eq!(seen(&area), (3, 28), "over an empty line");
    area.edit(Edit::Start);
    assert_eq!(seen(&area), (3, 20));
    area.go_to(5);
    area.edit(Edit::End);
    assert_eq!(seen(&area), (0, 8));
    area.edit(Edit::End);
    assert_eq!(area.cursor(), 18, "then to the end of the line");
    area.edit(Edit::Start);
    area.edit(Edit::Start);
    assert_eq!(area.cursor(), 0);
    area.go_to_row(99);
    assert_eq!(seen(&area).0, 3);
    for edit in [Edit::Left, Edit::Right, Edit::WordLeft, Edit::WordRight, Edit::DeleteToStart, Edit::DeleteToEnd] {
        let mut area = of("e\u{301}a 漢\n\u{301}b", 9);
        (0..12).for_each(|_| _ = area.edit(edit));
        assert!(area.cursor() <= area.text().len());
    }
}
