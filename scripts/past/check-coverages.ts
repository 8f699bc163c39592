import type { PastWorld } from './past-world.ts'

/** Checks the eligibility of each coverage, as a front desk does regularly: the checks of months ago were never answered. */
export const checkCoverages = async ({
  people,
  seeded,
  until,
}: Pick<PastWorld, 'people' | 'seeded' | 'until'>): Promise<void> => {
  const biller = people.staff('sam.reyes', 'biller')
  for (const patientId of seeded.patients.values()) {
    const read = async () => (await biller.coverages.ofPatient(patientId)).items
    for (const { id } of await read()) {
      await biller.coverages.checkEligibility(id)
      await until(
        'the answer of a payer',
        async () => (await read()).find((one) => one.id === id)?.eligibility,
        (eligibility) => eligibility?.status === 'active',
      )
    }
  }
}
