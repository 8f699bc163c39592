import { html, nothing } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { isUnlicensed } from '../time-choice/is-unlicensed.ts'
import type { BookingView, PlaceView } from './booking-view.ts'
import { chooseState } from './choose-state.ts'
import { noLicense, unlicensedStep } from './no-license.ts'
import { placeText } from './place-text.ts'
import type { visitPlaceEn } from './visit-place.en.ts'
import { visitPlaceMessages } from './visit-place.messages.ts'

/** Where the patient will be. Loaded with the first steps. */
export class PlacePart implements PlaceView {
  readonly t: Translate<typeof visitPlaceEn>
  readonly isUnlicensed = isUnlicensed

  constructor(host: VisitElement) {
    this.t = host.language.bundle(visitPlaceMessages)
    host.language.refresh()
  }

  text(view: BookingView): unknown {
    return placeText(view, this.t)
  }

  fact(view: BookingView): unknown {
    const { flow } = view
    const text = this.text(view)
    if (!text) return nothing
    return html`<div class="fact">
      <dt class="small muted">${this.t('confirmWhere')}</dt>
      <dd><bdi>${text}</bdi></dd>
      ${
        flow.place.state
          ? html`<dd class="change">
              <button
                class="btn quiet small end"
                type="button"
                aria-label=${this.t('changeWhere')}
                @click=${() => flow.goTo('state')}
              >
                ${view.t('change')}
              </button>
            </dd>`
          : nothing
      }
    </div>`
  }

  choose(view: BookingView): unknown {
    return chooseState(view, this.t)
  }

  noLicense(view: BookingView): unknown {
    return noLicense(view, this.t)
  }

  unlicensedStep(view: BookingView): unknown {
    return unlicensedStep(view, this.t)
  }
}
