import { nothing, type TemplateResult } from 'lit'
import type { Appointment, Hold, VisitType } from '@visitkit/sdk'
import { dependsOnState } from '../core/depends-on-state.ts'
import type { Translate } from '../core/localize.ts'
import { stateField } from '../core/state-field.ts'
import { stateText } from '../core/state-text.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { movePlaceEn } from './move-place.en.ts'
import { movePlaceMessages } from './move-place.messages.ts'

/** Where the patient will be at the new time of a visit: on another day they may be in another state. */
export class MovePlace {
  readonly #t: Translate<typeof movePlaceEn>
  /** Undefined: as for the appointment. */
  chosen: string | undefined

  constructor(host: VisitElement) {
    this.#t = host.language.bundle(movePlaceMessages)
    host.language.refresh()
  }

  /** @param name - Of the patient; undefined for the patient. */
  field(
    type: VisitType | undefined,
    { state = '' }: Appointment,
    { name, choose }: { readonly name: string | undefined; readonly choose: (state: string) => void },
  ): TemplateResult | typeof nothing {
    if (!type || !dependsOnState(type)) return nothing
    const t = this.#t
    const chosen = this.chosen ?? state
    return stateField({
      ...{ id: 'move-state', label: name === undefined ? t('state') : t('stateOf', { name }), hint: t('stateHint') },
      ...{ chosen, empty: chosen ? undefined : t('chooseState') },
      choose,
    })
  }

  /** Its name and what was chosen, for the last check. */
  fact(
    type: VisitType | undefined,
    { state }: Appointment,
    hold: Hold | null,
  ): { readonly name: string; readonly value: TemplateResult } | null {
    const place = hold?.state ?? state
    return place && type && dependsOnState(type) ? { name: this.#t('where'), value: stateText(place) } : null
  }
}
