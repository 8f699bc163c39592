import type { ConsentPurpose, ConsentRequirement, VisitClient } from '@visitkit/sdk'

export interface RequiredConsents {
  readonly patientId: string
  readonly items: readonly ConsentRequirement[]
}

/**
 * @param purposes - Codes separated by spaces, as in the attribute.
 * @param appointmentId - The visit to come, if there is one: the law may ask for consent at each.
 */
export const readRequirements = async (
  client: VisitClient,
  patientId: string,
  { purposes, appointmentId }: { readonly purposes: string; readonly appointmentId: string | undefined },
  language: string,
  signal: AbortSignal,
): Promise<RequiredConsents> => {
  const query = {
    purposes: purposes.split(/\s+/).filter(Boolean) as ConsentPurpose[],
    language,
    ...(appointmentId && { appointmentId }),
  }
  const { items } = await client.consents.requirements(patientId, query, { signal })
  return { patientId, items }
}
