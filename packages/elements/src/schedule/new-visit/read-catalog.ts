import type { PractitionerSummary, Specialty, VisitClient, VisitType } from '@visitkit/sdk'

/** What can be chosen. */
export interface NewVisitCatalog {
  readonly visitTypes: readonly VisitType[]
  readonly practitioners: readonly PractitionerSummary[]
  readonly specialties: readonly Specialty[]
  /** Of the practitioners. */
  readonly languages: readonly string[]
  /** Of the interpreters of the clinic. */
  readonly interpreterLanguages: readonly string[]
}

export const readCatalog = async (
  client: VisitClient,
  mayReadResources: boolean,
  signal: AbortSignal,
): Promise<NewVisitCatalog> => {
  const [visitTypes, practitioners, { items: specialties }, interpreters] = await Promise.all([
    client.visitTypes.list({ limit: 100 }, { signal }).toArray(500),
    client.practitioners.list({ limit: 100 }, { signal }).toArray(500),
    client.specialties.list({ signal }),
    mayReadResources ? client.resources.list({ kind: 'interpreter', limit: 100 }, { signal }).toArray(500) : [],
  ])
  const spoken = (of: readonly { readonly languages: readonly string[] }[]): readonly string[] =>
    [...new Set(of.flatMap(({ languages }) => languages))].toSorted()
  return {
    ...{ visitTypes, practitioners, specialties },
    languages: spoken(practitioners),
    interpreterLanguages: spoken(interpreters),
  }
}
