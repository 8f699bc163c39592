import { define } from '../core/define.ts'
import { VisitProvider } from '../provider/provider.ts'

define('provider', VisitProvider)

declare global {
  interface HTMLElementTagNameMap {
    'visit-provider': VisitProvider
  }
}
