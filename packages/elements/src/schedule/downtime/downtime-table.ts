import type { DowntimeDay, DowntimeList, DowntimeVisit } from '@visitkit/sdk'
import type { Formatter } from '../../core/format.ts'
import { callText, type ReachTranslate } from '../../core/how-to-reach.ts'
import type { Translate } from '../../core/localize.ts'
import type { downtimeEn } from './downtime.en.ts'

export type DowntimeWords = Translate<typeof downtimeEn>

/** One day as text: the same on the screen and on paper. */
export interface DowntimeTable {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** @param format - In the zone of the organization. */
export const downtimeTables = (
  list: DowntimeList,
  t: DowntimeWords,
  reach: ReachTranslate,
  format: Formatter,
): readonly DowntimeTable[] =>
  list.days.map((day) => ({
    title: titleOf(day, t, format),
    heads: (['time', 'patient', 'born', 'phone', 'practitioner', 'reason', 'language'] as const).map((name) => t(name)),
    rows: day.visits.map((visit) => [
      format.time(visit.start),
      visit.patientName ?? t('erased'),
      visit.birthDate ? format.at('UTC').date(visit.birthDate) : '',
      visit.call ? callText(reach, visit.call) : '',
      visit.practitionerName,
      visit.reason ?? '',
      languagesOf(visit, t, format),
    ]),
  }))

const titleOf = ({ date, visits }: DowntimeDay, t: DowntimeWords, format: Formatter): string =>
  t('visits', { day: format.at('UTC').day(`${date}T12:00:00Z`), count: visits.length })

const languagesOf = ({ language, interpreterLanguage }: DowntimeVisit, t: DowntimeWords, format: Formatter): string => {
  if (language === undefined) return ''
  const own = format.languageName(language)
  return interpreterLanguage === undefined
    ? own
    : t('interpreter', { language: own, interpreter: format.languageName(interpreterLanguage) })
}
