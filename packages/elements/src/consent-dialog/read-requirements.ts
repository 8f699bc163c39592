import type { ConsentPurpose, ConsentRequirement, VisitClient } from '@visitkit/sdk'

export interface RequiredConsents {
  readonly patientId: string
  readonly items: readonly ConsentRequirement[]
}

interface AskedConsents {
  readonly purposes: string
  readonly appointmentId: string | undefined
  readonly state: string | undefined
}

/**
 * @param purposes - Codes separated by spaces, as in the attribute.
 * @param appointmentId - The visit to come, if there is one: the law may ask for consent at each.
 * @param state - Where the patient says that they are now: the law there may want a signature.
 */
export const readRequirements = async (
  client: VisitClient,
  patientId: string,
  { purposes, appointmentId, state }: AskedConsents,
  language: string,
  signal: AbortSignal,
): Promise<RequiredConsents> => {
  const query = {
    purposes: purposes.split(/\s+/).filter(Boolean) as ConsentPurpose[],
    language,
    ...(appointmentId && { appointmentId }),
    ...(state && { state }),
  }
  const { items } = await client.consents.requirements(patientId, query, { signal })
  return { patientId, items }
}
