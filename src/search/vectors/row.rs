//! Rows of numbers, one byte each, and the arithmetic on them: additions and multiplications in a fixed order, and
//! square roots, so every machine computes the same bits.

/// Numbers in a row.
pub const WIDTH: usize = 96;
/// Bytes of a written row: a scale (2 bytes, the upper half of its `f32`) and the steps.
pub const ROW: usize = 2 + WIDTH;

/// What a text means, or a group of titles.
pub type Vector = [f32; WIDTH];

/// A vector of length 1 as whole numbers, to be held against written rows.
pub type Steps = [i16; WIDTH];

/// Steps of a number 1 in [`Steps`]; the products of two rows still fit 32 bits.
const ONE: f32 = 16_384.0;

fn split(row: &[u8]) -> (f32, &[u8]) {
    let (scale, steps) = row.split_first_chunk().unwrap_or((&[0; 2], &[]));
    (f32::from_bits(u32::from(u16::from_le_bytes(*scale)) << 16), steps)
}

/// Adds a written row.
pub fn add(row: &[u8], sum: &mut Vector) {
    let (scale, steps) = split(row);
    sum.iter_mut().zip(steps).for_each(|(sum, step)| *sum += scale * f32::from(step.cast_signed()));
}

/// Writes a row in 127 steps to either side.
#[allow(clippy::cast_possible_truncation, reason = "the steps reach from -127 to 127")]
pub fn write(vector: &Vector) -> [u8; ROW] {
    let largest = vector.iter().fold(0.0_f32, |largest, number| largest.max(number.abs()));
    // Rounded up, so that no number is more than 127 steps.
    let upper = (largest / 127.0).to_bits().wrapping_add(0xFFFF) >> 16;
    let scale = f32::from_bits(upper << 16);
    let mut row = [0; ROW];
    let steps = vector.iter().map(|number| if scale > 0.0 { (number / scale).round() as i8 } else { 0 });
    let scale = u16::try_from(upper).unwrap_or(0).to_le_bytes();
    row.iter_mut().zip(scale.into_iter().chain(steps.map(i8::cast_unsigned))).for_each(|(to, byte)| *to = byte);
    row
}

/// The vector of length 1 in the same direction; nothing stays nothing.
pub fn unit(mut vector: Vector) -> Vector {
    let length = product(&vector, &vector).sqrt();
    if length > 0.0 {
        for number in &mut vector {
            *number /= length;
        }
    }
    vector
}

/// The sum of products, in eight lanes whose order is fixed.
pub fn product(a: &Vector, b: &Vector) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for (of_a, of_b) in a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0) {
        lanes.iter_mut().zip(of_a.iter().zip(of_b)).for_each(|(lane, (x, y))| *lane += x * y);
    }
    let pairs: [f32; 4] = std::array::from_fn(|at| lanes[2 * at] + lanes[2 * at + 1]);
    (pairs[0] + pairs[1]) + (pairs[2] + pairs[3])
}

/// A vector of length 1 in whole steps.
#[allow(clippy::cast_possible_truncation, reason = "no number of a vector of length 1 is larger")]
pub fn steps(vector: &Vector) -> Steps {
    vector.map(|number| (number * ONE).round() as i16)
}

/// The product of a vector and a written row.
#[allow(clippy::cast_precision_loss, reason = "the last of 28 bits says nothing")]
pub fn product_with(row: &[u8; ROW], vector: &Steps) -> f32 {
    let (scale, steps) = split(row);
    let (steps, numbers) = (steps.as_chunks::<16>().0, vector.as_chunks::<16>().0);
    let mut lanes = [0_i32; 16];
    for (steps, numbers) in steps.iter().zip(numbers) {
        for (lane, (step, number)) in lanes.iter_mut().zip(steps.iter().zip(numbers)) {
            *lane += i32::from(step.cast_signed()) * i32::from(*number);
        }
    }
    lanes.iter().sum::<i32>() as f32 * (scale / ONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(seed: u8) -> Vector {
        std::array::from_fn(|at| f32::from(u8::try_from(at * 37 % 101).unwrap().wrapping_mul(seed)) / 64.0 - 1.5)
    }

    #[test]
    fn a_unit_has_length_one_and_nothing_stays_nothing() {
        let vector = unit(some(3));
        assert!((product(&vector, &vector) - 1.0).abs() < 1e-6);
        assert!(unit([0.0; WIDTH]).iter().all(|number| number.abs() < f32::EPSILON));
    }

    #[test]
    fn a_written_row_is_near_what_was_written() {
        let vector = unit(some(5));
        let row = write(&vector);
        let mut read = [0.0; WIDTH];
        add(&row, &mut read);
        for (read, number) in read.iter().zip(vector) {
            assert!((read - number).abs() < 0.002, "{read} {number}");
        }
        assert!((product_with(&row, &steps(&vector)) - 1.0).abs() < 0.01);
        assert_eq!(write(&[0.0; WIDTH]), [0; ROW]);
    }

    #[test]
    fn products_in_whole_steps_are_those_of_the_numbers() {
        let (a, b) = (unit(some(7)), unit(some(11)));
        assert!((product_with(&write(&a), &steps(&b)) - product(&a, &b)).abs() < 0.01);
    }
}
