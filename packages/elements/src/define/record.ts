import { define } from '../core/define.ts'
import { VisitRecord } from '../record/record.ts'

define('record', VisitRecord)

declare global {
  interface HTMLElementTagNameMap {
    'visit-record': VisitRecord
  }
}
