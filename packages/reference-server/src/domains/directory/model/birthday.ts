/**
 * The day on which a person turns `years`. For a birth on 29 February it is 1 March of a common year: on 28 February the year of life is
 * not complete. States differ; an organization whose state has another rule can set a proxy's last day itself.
 */
export const birthday = (birthDate: string, years: number): Temporal.PlainDate => {
  const born = Temporal.PlainDate.from(birthDate)
  const turned = born.add({ years })
  return turned.day === born.day ? turned : turned.add({ days: 1 })
}

/** Whole years of age on `today`; 0 before the first birthday. */
export const ageOn = (birthDate: string, today: Temporal.PlainDate): number => {
  const years = today.year - Temporal.PlainDate.from(birthDate).year
  const reached = Temporal.PlainDate.compare(birthday(birthDate, years), today) <= 0
  return Math.max(0, reached ? years : years - 1)
}
