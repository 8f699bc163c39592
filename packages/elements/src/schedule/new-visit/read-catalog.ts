import type { PractitionerSummary, Resource, Specialty, VisitClient, VisitType } from '@visitkit/sdk'

/** What can be chosen. */
export interface NewVisitCatalog {
  readonly visitTypes: readonly VisitType[]
  readonly practitioners: readonly PractitionerSummary[]
  readonly specialties: readonly Specialty[]
  /** Of the practitioners. */
  readonly languages: readonly string[]
  /** Rooms, interpreters and devices that visits can take. Empty for those who may not read them. */
  readonly resources: readonly Resource[]
  /** Of the interpreters of the clinic. */
  readonly interpreterLanguages: readonly string[]
}

export const readCatalog = async (
  client: VisitClient,
  mayReadResources: boolean,
  signal: AbortSignal,
): Promise<NewVisitCatalog> => {
  const [visitTypes, practitioners, { items: specialties }, resources] = await Promise.all([
    client.visitTypes.list({ limit: 100 }, { signal }).toArray(500),
    client.practitioners.list({ limit: 100 }, { signal }).toArray(500),
    client.specialties.list({ signal }),
    mayReadResources ? client.resources.list({ limit: 100 }, { signal }).toArray(500) : [],
  ])
  const spoken = (of: readonly { readonly languages: readonly string[] }[]): readonly string[] =>
    [...new Set(of.flatMap(({ languages }) => languages))].toSorted()
  return {
    ...{ visitTypes, practitioners, specialties, resources },
    languages: spoken(practitioners),
    interpreterLanguages: spoken(resources.filter(({ kind }) => kind === 'interpreter')),
  }
}
