import { define } from '../core/define.ts'
import { VisitStatement } from '../statement/statement.ts'

define('statement', VisitStatement)

declare global {
  interface HTMLElementTagNameMap {
    'visit-statement': VisitStatement
  }
}
