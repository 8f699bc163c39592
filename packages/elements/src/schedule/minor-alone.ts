import { html, type TemplateResult } from 'lit'
import type { PatientSummary, VisitType } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { minorAloneEn } from './minor-alone.en.ts'

export type MinorAloneWords = Translate<typeof minorAloneEn>

const majority = 18

/** Whether staff are asked if the patient consents alone. Whether the law lets them is decided by the server, with the state and the age. */
export const mayConsentAlone = (
  visitType: Pick<VisitType, 'sensitivity'> | null | undefined,
  patient: Pick<PatientSummary, 'age'> | null | undefined,
): boolean =>
  visitType?.sensitivity !== undefined && patient !== undefined && patient !== null && patient.age < majority

/** Staff say what the minor said to them. */
export const minorAloneField = (
  t: MinorAloneWords,
  { isChosen, choose }: { readonly isChosen: boolean; readonly choose: (isChosen: boolean) => void },
): TemplateResult =>
  html`<div class="tight">
    <label class="choice plain">
      <input
        type="checkbox"
        id="minor-alone"
        aria-describedby="minor-alone-hint"
        .checked=${isChosen}
        @change=${({ target }: Event) => choose((target as HTMLInputElement).checked)}
      />
      ${t('alone')}
    </label>
    <p class="hint" id="minor-alone-hint">${t('aloneHint')}</p>
  </div>`
