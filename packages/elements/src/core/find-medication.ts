import type { Medication, VisitClient } from '@visitkit/sdk'

/** The medication of an RxNorm code; undefined if it is not on the list any more. Throws if the list cannot be read. */
export const findMedication = async (client: VisitClient, rxcui: string): Promise<Medication | undefined> =>
  (await client.medications.search({ search: rxcui })).items.find((one) => one.rxcui === rxcui)
