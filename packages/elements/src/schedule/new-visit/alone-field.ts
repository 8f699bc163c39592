import { nothing, type TemplateResult } from 'lit'
import { minorAloneField } from '../minor-alone.ts'
import type { NewVisitView } from './new-visit-view.ts'

/** Whether the patient, a minor, consents to the visit without a parent. */
export const aloneField = ({ minorWords, flow }: NewVisitView): TemplateResult | typeof nothing =>
  flow.mayConsentAlone
    ? minorAloneField(minorWords, {
        isChosen: flow.consentsAlone,
        choose: (isChosen) => (flow.consentsAlone = isChosen),
      })
    : nothing
