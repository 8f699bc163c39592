import { readFileSync } from 'node:fs'
import type { Assignment, FollowUpPolicy, TaskRule } from '../model/follow-up-policy.ts'
import type { PlainWords } from '../model/plain-words.ts'

const shipped = new URL('../../../../packs/follow-up/', import.meta.url)

export interface FollowUpPack {
  readonly policy: FollowUpPolicy
  readonly plainWords: PlainWords
}

/** Loads packs/follow-up. Throws an error that names the file and the row on an invalid pack; the server then does not start. */
export const loadFollowUpPack = (folder: URL = shipped): FollowUpPack => {
  const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T
  const policy = read<FollowUpPolicy>('policy.json')
  const { codes } = read<{ codes: Record<string, Record<string, string>> }>('plain-words.json')
  const faults = [...validatePolicy(policy), ...validatePlainWords(codes)]
  if (faults.length > 0) throw new Error(`packs/follow-up cannot be used:\n- ${faults.join('\n- ')}`)
  return { policy, plainWords: new Map(Object.entries(codes)) }
}

const assignments: readonly Assignment[] = ['treating', 'practitioner', 'nurse', 'front-desk']
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0

const validatePolicy = (policy: FollowUpPolicy): string[] => {
  const rules: Readonly<Record<string, TaskRule | undefined>> = {
    'alert.task': policy.alert?.task,
    criticalResult: policy.criticalResult,
    abnormalResult: policy.abnormalResult,
    pharmacy: policy.pharmacy,
    request: policy.request,
    'noShow.task': policy.noShow?.task,
    'survey.task': policy.survey?.task,
    'survey.comment': policy.survey?.comment,
    'referral.task': policy.referral?.task,
    ...Object.fromEntries(
      Object.entries(policy.visitOutcomes ?? {}).map(([outcome, rule]) => [`visitOutcomes.${outcome}`, rule]),
    ),
  }
  const counts: Readonly<Record<string, unknown>> = {
    'alert.escalateMinutes': policy.alert?.escalateMinutes,
    'noShow.attempts': policy.noShow?.attempts,
    'noShow.hoursBetween': policy.noShow?.hoursBetween,
    'survey.openDays': policy.survey?.openDays,
    'nextVisit.remindDaysBefore': policy.nextVisit?.remindDaysBefore,
    ...Object.fromEntries(
      (['routine', 'urgent'] as const).flatMap((priority) =>
        (['sent', 'accepted', 'scheduled', 'seen', 'report-received', 'declined'] as const).map((step) => [
          `referral.stepDays.${priority}.${step}`,
          policy.referral?.stepDays?.[priority]?.[step],
        ]),
      ),
    ),
  }
  return [
    ...Object.entries(rules).flatMap(([name, rule]) =>
      rule !== undefined &&
      isCount(rule.dueMinutes) &&
      assignments.includes(rule.assignTo) &&
      ['routine', 'urgent'].includes(rule.priority)
        ? []
        : [`policy.json: ${name} needs a priority, dueMinutes above 0 and an assignee in assignTo.`],
    ),
    ...Object.entries(counts).flatMap(([name, value]) =>
      isCount(value) ? [] : [`policy.json: ${name} must be a whole number above 0.`],
    ),
    ...(policy.survey?.lowAtMost >= 0 && policy.survey.lowAtMost <= 10
      ? []
      : ['policy.json: survey.lowAtMost must be from 0 to 10.']),
  ]
}

const validatePlainWords = (codes: Readonly<Record<string, Readonly<Record<string, string>>>>): string[] =>
  Object.entries(codes).flatMap(([code, texts]) => [
    ...(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(code) ? [] : [`plain-words.json: ${code} is no ICD-10-CM code.`]),
    ...['en', 'es'].flatMap((language) =>
      texts[language]?.trim() ? [] : [`plain-words.json: ${code} lacks ${language}.`],
    ),
  ])
