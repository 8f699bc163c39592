import { checkVisitType } from './check-visit-type.ts'
import type { PackedVisitType, SpecialtyPack } from './specialty-pack.ts'

/** The languages in which every text of a pack is given. */
const languages = ['en', 'es'] as const
const date = /^\d{4}-\d{2}-\d{2}$/

/** A pack that may be used, or an error that names what is wrong with it. `folder` is the folder's name. */
export const checkPack = (value: unknown, folder: string): SpecialtyPack => {
  const pack = value as SpecialtyPack
  const refuse = (what: string): never => {
    throw new Error(`Specialty pack ${folder}: ${what}`)
  }
  const needTexts = (texts: Readonly<Record<string, string>> | undefined, what: string): void => {
    for (const language of languages) if (!texts?.[language]) refuse(`${what} lacks ${language}.`)
  }
  if (pack.code !== folder) refuse('its code must be the name of its folder.')
  if (!/^[0-9A-Z]{9}X$/.test(pack.taxonomy)) refuse('taxonomy must be a NUCC code of ten characters.')
  if (!date.test(pack.effectiveFrom)) refuse('effectiveFrom must be a date.')
  if (pack.effectiveTo !== null && !date.test(pack.effectiveTo)) refuse('effectiveTo must be a date or null.')
  if (!pack.source) refuse('source must say where the rows come from.')
  needTexts(pack.name, 'name')
  const codes = new Set<string>()
  for (const type of pack.visitTypes) {
    if (codes.has(type.code)) refuse(`two visit types are called ${type.code}.`)
    codes.add(type.code)
    needTexts(type.name, `${type.code}: name`)
    needTexts(type.description, `${type.code}: description`)
    checkShape(type, refuse)
  }
  return pack
}

const checkShape = (type: PackedVisitType, refuse: (what: string) => never): void => {
  const faults = checkVisitType(type)
  if (faults.length > 0) refuse(faults.map(({ pointer, message }) => `${type.code}: ${pointer}: ${message}`).join(' '))
  if (!(type.minutes >= 5 && type.stepMinutes >= 5 && type.horizonDays >= 1 && type.noticeMinutes >= 0))
    refuse(`${type.code}: minutes, stepMinutes, horizonDays or noticeMinutes is out of range.`)
}
