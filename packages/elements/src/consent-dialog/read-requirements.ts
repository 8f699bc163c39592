import type { ConsentPurpose, ConsentRequirement, VisitClient } from '@visitkit/sdk'

export interface RequiredConsents {
  readonly patientId: string
  readonly items: readonly ConsentRequirement[]
}

/** @param purposes - Codes separated by spaces, as in the attribute. */
export const readRequirements = async (
  client: VisitClient,
  patientId: string,
  purposes: string,
  language: string,
  signal: AbortSignal,
): Promise<RequiredConsents> => {
  const query = { purposes: purposes.split(/\s+/).filter(Boolean) as ConsentPurpose[], language }
  const { items } = await client.consents.requirements(patientId, query, { signal })
  return { patientId, items }
}
