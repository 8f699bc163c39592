import type { Access } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { auditLogEn } from './audit-log.en.ts'
import type { AccessGroup } from './group-accesses.ts'

export type AuditLogTranslate = Translate<typeof auditLogEn>

/** The person or system, in plain words, and the practitioner for whom they acted. */
export const actorText = (
  t: AuditLogTranslate,
  { actor: { kind, displayName, role }, reason, onBehalfOf }: Pick<Access, 'actor' | 'reason' | 'onBehalfOf'>,
  own: boolean,
): string => {
  if (own) return t('you')
  // An actor without a name is shown by its kind; a kind that is not a person needs no more.
  if (displayName === null && kind !== 'member') return t(`nameless_${kind}`)
  const name = displayName ?? t(`nameless_${kind}`)
  const words = onBehalfOf && colleagueWords[reason]
  return words
    ? t(words, { name, role: t(`role_${role}`), colleague: onBehalfOf.displayName ?? t('formerColleague') })
    : t('withRole', { name, role: t(`role_${role}`) })
}

const colleagueWords: Partial<Record<Access['reason'], 'covering' | 'takenOver' | 'supervising'>> = {
  cover: 'covering',
  'hand-over': 'takenOver',
  supervision: 'supervising',
}

/** The time, the application and the purpose. */
export const contextText = (t: AuditLogTranslate, when: string, { application, purpose }: AccessGroup): string => {
  if (purpose === null) return application === null ? when : t('whereUnknown', { when, application })
  const words = t(`purpose_${purpose}`)
  return application === null
    ? t('whereItself', { when, purpose: words })
    : t('where', { when, application, purpose: words })
}

/** What one step was: `Read your visit`. */
export const stepText = (t: AuditLogTranslate, { action, entity, outcome }: Access): string =>
  outcome === 'refused'
    ? t('refusedSentence', { things: t(`thing_${entity}`) })
    : t(`did_${action}`, { things: t(`thing_${entity}`) })

/** The acts of one person in one session and the reason, as one sentence. */
export const groupText = (t: AuditLogTranslate, format: Formatter, { steps, reason, outcome }: AccessGroup): string => {
  const byAction = new Map<Access['action'], Set<string>>()
  // In chronological order.
  for (const { action, entity } of steps.toReversed()) {
    const things = byAction.get(action) ?? new Set<string>()
    byAction.set(action, things.add(t(`thing_${entity}`)))
  }
  const all = [...byAction.values()].flatMap((things) => [...things])
  if (outcome === 'refused') return t('refusedSentence', { things: format.and([...new Set(all)]) })
  const did = [...byAction].map(([action, things], index) => {
    const text = t(`did_${action}`, { things: format.and([...things]) })
    return index === 0 ? text : lowerFirst(text)
  })
  return t('sentence', { did: format.and(did), reason: t(`reason_${reason}`) })
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
