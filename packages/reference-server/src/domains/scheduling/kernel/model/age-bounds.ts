import { dayStart } from './day-start.ts'

/**
 * The date on which a person becomes `years` old. For a person born on 29 February it is 1 March in common years, as in most state laws.
 */
const birthday = (birthDate: Temporal.PlainDate, years: number): Temporal.PlainDate => {
  const anniversary = birthDate.add({ years })
  return anniversary.day === birthDate.day ? anniversary : anniversary.add({ days: 1 })
}

/** The period in which a person's age is within `ages` (whole years, inclusive), in `zone`. Epoch milliseconds, half-open. */
export const ageBounds = (
  birthDate: string,
  zone: string,
  ages: { readonly from: number; readonly to: number },
): { from: number; to: number } => {
  const born = Temporal.PlainDate.from(birthDate)
  return { from: dayStart(birthday(born, ages.from), zone), to: dayStart(birthday(born, ages.to + 1), zone) }
}
