import { define } from '../core/define.ts'
import { VisitSummaryElement } from '../summary/summary.ts'

define('summary', VisitSummaryElement)

declare global {
  interface HTMLElementTagNameMap {
    'visit-summary': VisitSummaryElement
  }
}
