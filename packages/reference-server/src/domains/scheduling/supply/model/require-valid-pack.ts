import { validateVisitType } from './validate-visit-type.ts'
import type { PackedVisitType, SpecialtyPack } from '../../kernel/model/specialty-pack.ts'

/** Returns the faults of a value against packs/specialty/pack.schema.json, one sentence each. */
export type ValidateShape = (value: unknown) => readonly string[]

/**
 * A valid pack, or an error that names every fault. `folder` is the folder's name. `validate-pack-references.ts` checks references to other
 * packs.
 */
export const requireValidPack = (value: unknown, folder: string, validateShape: ValidateShape): SpecialtyPack => {
  const faults = validateShape(value)
  const pack = value as SpecialtyPack
  const all = faults.length > 0 ? faults : validateContent(pack, folder)
  if (all.length > 0) throw new Error(`Specialty pack ${folder} cannot be used:\n- ${all.join('\n- ')}`)
  return pack
}

const validateContent = (pack: SpecialtyPack, folder: string): string[] => {
  const codes = pack.visitTypes.map(({ code }) => code)
  return [
    ...(pack.code === folder ? [] : ['its code must be the name of its folder.']),
    ...(pack.effectiveTo !== null && pack.effectiveTo <= pack.effectiveFrom
      ? ['effectiveTo must be later than effectiveFrom.']
      : []),
    ...codes.filter((code, at) => codes.indexOf(code) < at).map((code) => `two visit types are called ${code}.`),
    ...pack.visitTypes.flatMap((type) => validatePackedVisitType(type, codes)),
    ...pack.followUp.rules.flatMap(({ on }, at) =>
      pack.followUp.rules.findIndex((rule) => isSameCondition(rule.on, on)) < at
        ? [`two follow-up rules have one condition: ${JSON.stringify(on)}.`]
        : [],
    ),
  ]
}

const isSameCondition = (left: object, right: object): boolean => JSON.stringify(left) === JSON.stringify(right)

const validatePackedVisitType = (type: PackedVisitType, codes: readonly string[]): string[] => {
  const { onDemand, next } = type.care
  return [
    ...validateVisitType(type).map(({ pointer, message }) => `${type.code}: ${pointer}: ${message}`),
    ...(onDemand && (type.minimumNoticeMinutes > 0 || type.cancellationNoticeMinutes > 0)
      ? [`${type.code}: a visit on demand has neither minimumNoticeMinutes nor cancellationNoticeMinutes.`]
      : []),
    ...(next && !codes.includes(next.visitType)
      ? [`${type.code}: care.next names ${next.visitType}, which is no visit type of this pack.`]
      : []),
    ...(next && next.withinDays <= next.afterDays
      ? [`${type.code}: care.next must end (withinDays) after it begins (afterDays).`]
      : []),
  ]
}
