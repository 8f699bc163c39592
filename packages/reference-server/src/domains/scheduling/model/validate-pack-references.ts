import type { Specialties, SpecialtyPack } from './specialty-pack.ts'

/** What the other packs have, by the codes under which specialty packs name it. */
export interface PackReferences {
  readonly noteTemplates: ReadonlySet<string>
  /** LOINC codes of what can be ordered. */
  readonly orders: ReadonlySet<string>
  /** By code: codes of its scores, and of its emergency rules. */
  readonly questionnaires: ReadonlyMap<
    string,
    { readonly scores: ReadonlySet<string>; readonly alerts: ReadonlySet<string> }
  >
  /** Purposes on which there is a text to decide. */
  readonly consents: ReadonlySet<string>
}

/**
 * What specialty packs name and no other pack has, one sentence each. A visit that asks for a consent without a text could never be
 * checked in to, a note without its template never be written: better found when a pack is added than by a patient.
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
      // A rule on a questionnaire that no visit type asks would never speak.
      if (!asked.has(on.questionnaire))
        return [`${code}/followUp has a rule on ${on.questionnaire}, which none of its visit types asks.`]
      return lacks('followUp', 'score', [on.score], known.questionnaires.get(on.questionnaire)?.scores ?? new Set())
    }),
  ]
}

/** An organization has one visit type of a code: of two packs that share one, the second would be left out in silence. */
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
