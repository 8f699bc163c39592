import type { Access } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { auditLogEn } from './audit-log.messages.ts'
import type { AccessGroup } from './group-accesses.ts'

export type T = Translate<typeof auditLogEn>

/** `front-desk` is `frontDesk` in a key. */
const camel = (code: string): string => code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Who it was, in the words a patient would use, and in whose place. */
export const tellActor = (
  t: T,
  { actor: { kind, displayName, role }, because, onBehalfOf }: Pick<Access, 'actor' | 'because' | 'onBehalfOf'>,
  own: boolean,
): string => {
  if (own) return t('you')
  const known = t.maybe(`role_${camel(kind === 'system' ? 'service' : role)}`)
  const name = displayName
  if (onBehalfOf) {
    const role = known ?? t('role_practitioner')
    return t(insteadOf[because] ?? 'covering', { name, role, colleague: onBehalfOf.displayName })
  }
  return known ? t('withRole', { name, role: known }) : name
}

const insteadOf: Readonly<Record<string, 'covering' | 'takenOver' | 'supervising'>> = {
  cover: 'covering',
  'hand-over': 'takenOver',
  supervision: 'supervising',
}

const thing = (t: T, entity: string): string => t.maybe(`thing_${entity}`) ?? t('thing_other')

/** Why, as part of a sentence. */
export const tellReason = (t: T, because: string): string => t.maybe(`because_${camel(because)}`) ?? t('because_other')

/** What one step was: `Read your visit`. */
export const tellStep = (t: T, { action, entity, outcome }: Access): string =>
  outcome === 'refused'
    ? t('refusedSentence', { things: thing(t, entity) })
    : t(`did_${action}`, { things: thing(t, entity) })

/** What somebody did in one sitting and why, as one sentence. */
export const tellGroup = (t: T, format: Formatter, { steps, because, outcome }: AccessGroup): string => {
  const byAction = new Map<Access['action'], Set<string>>()
  // In the order in which it happened.
  for (const { action, entity } of steps.toReversed()) {
    const things = byAction.get(action) ?? new Set<string>()
    byAction.set(action, things.add(thing(t, entity)))
  }
  const all = [...byAction.values()].flatMap((things) => [...things])
  if (outcome === 'refused') return t('refusedSentence', { things: format.and([...new Set(all)]) })
  const did = [...byAction].map(([action, things], index) => {
    const text = t(`did_${action}`, { things: format.and([...things]) })
    return index === 0 ? text : lowerFirst(text)
  })
  return t('sentence', { did: format.and(did), because: tellReason(t, because) })
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
