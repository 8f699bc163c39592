import { html, nothing, type TemplateResult } from 'lit'
import type { VisitType } from '@visitkit/sdk'
import { localized } from '../../core/format.ts'
import { visitText } from '../../time-choice/visit-text.ts'
import type { NewVisitView } from './new-visit-view.ts'

/** How long and how the visit is, and what else it takes. Rooms, interpreters and further clinicians are found with the time. */
export const typeFacts = (view: NewVisitView, type: VisitType): TemplateResult => {
  const { host, t, time } = view
  const needs = needsOf(view, type)
  return html`<p class="hint" id="type-facts">
    <bdi>${visitText(time, type)}.</bdi>
    ${needs.length > 0 ? t('takes', { what: host.format.and(needs) }) : nothing}
    ${(type.capacity ?? 1) > 1 ? t('seats', { count: type.capacity ?? 1 }) : nothing}
  </p>`
}

const needsOf = ({ host, t, flow }: NewVisitView, type: VisitType): readonly string[] => {
  const { resources = [], additionalPractitioners = [] } = type
  const nameOf = (code: string): string => {
    const found = flow.catalog.value?.specialties.find((one) => one.code === code)
    return found ? localized(found.name, host.language.tag) : code
  }
  return [
    ...resources.map(({ kind, count }) => t(`need_${kind}`, { count })),
    ...additionalPractitioners.map(({ specialty, count }) => t('needPeople', { count, specialty: nameOf(specialty) })),
  ]
}
