import type { PractitionerSummary } from '@visitkit/sdk'
import { localized } from '../core/format.ts'
import { stateName } from '../core/us-states.ts'
import type { TimeView } from './time-view.ts'

/** Title, languages, and the license for the patient's state. */
export const practitionerText = (
  { host, t }: Pick<TimeView, 'host' | 't'>,
  one: PractitionerSummary,
  state?: string,
): string => {
  const spoken = host.format.list(one.languages.map((code) => host.format.languageName(code)))
  const name = state && one.states.includes(state) && stateName(state)
  // Text in another script is isolated, so that its period stays at its end.
  return [
    `\u2068${localized(one.title, host.language.tag)}.\u2069`,
    spoken && `${spoken.charAt(0).toLocaleUpperCase(host.language.tag)}${spoken.slice(1)}.`,
    name && t('licensed', { states: name }),
  ]
    .filter(Boolean)
    .join(' ')
}
