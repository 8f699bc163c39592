import type { Specialties, SpecialtyPack } from '../../kernel/model/specialty-pack.ts'

/** The codes of other packs to which specialty packs refer. */
export interface PackReferences {
  readonly noteTemplates: ReadonlySet<string>
  /** LOINC codes of orderable tests. */
  readonly orders: ReadonlySet<string>
  /** By code: codes of its scores, and of its emergency rules. */
  readonly questionnaires: ReadonlyMap<
    string,
    { readonly scores: ReadonlySet<string>; readonly alerts: ReadonlySet<string> }
  >
  /** Purposes that have a consent text. */
  readonly consents: ReadonlySet<string>
}

/**
 * Unresolved references of specialty packs, one sentence each. Without the text of a required consent no patient could check in, and
 * without its template no note could be written, so these faults are reported when a pack is added.
 */
export const validatePackReferences = (specialties: Specialties, known: PackReferences): string[] => {
  const packs = [...specialties.values()]
  return [...packs.flatMap((pack) => faultsOf(pack, known)), ...sharedCodes(packs)]
}

const faultsOf = ({ code, visitTypes, followUp }: SpecialtyPack, known: PackReferences): string[] => {
  const lacks = (where: string, what: string, names: readonly string[], has: { has(name: string): boolean }) =>
    names
      .filter((name) => !has.has(name))
      .map((name) => `${code}/${where} names the ${what} ${name}, which no pack has.`)
  const asked = new Set(visitTypes.flatMap(({ questionnaires }) => questionnaires))
  const alerts = new Set([...asked].flatMap((name) => [...(known.questionnaires.get(name)?.alerts ?? [])]))
  return [
    ...visitTypes.flatMap((type) => [
      ...lacks(type.code, 'note template', [type.care.noteTemplate], known.noteTemplates),
      ...lacks(type.code, 'laboratory test', type.care.suggestedOrders, known.orders),
      ...lacks(type.code, 'questionnaire', type.questionnaires, known.questionnaires),
      ...lacks(type.code, 'consent', type.requiredConsents, known.consents),
    ]),
    ...followUp.rules.flatMap(({ on }) => {
      if ('alert' in on) return lacks('followUp', 'alert', [on.alert], alerts)
      // A rule on a questionnaire that no visit type uses would never apply.
      if (!asked.has(on.questionnaire))
        return [`${code}/followUp has a rule on ${on.questionnaire}, which none of its visit types asks.`]
      return lacks('followUp', 'score', [on.score], known.questionnaires.get(on.questionnaire)?.scores ?? new Set())
    }),
  ]
}

/** Visit type codes are unique in an organization: of two packs with the same code, the second would be skipped silently. */
const sharedCodes = (packs: readonly SpecialtyPack[]): string[] => {
  const owners = new Map<string, string>()
  return packs.flatMap((pack) =>
    pack.visitTypes.flatMap(({ code }) => {
      const owner = owners.get(code)
      owners.set(code, owner ?? pack.code)
      return owner === undefined || owner === pack.code
        ? []
        : [`${owner} and ${pack.code} both have the visit type ${code}.`]
    }),
  )
}
