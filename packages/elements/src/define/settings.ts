import { define } from '../core/define.ts'
import { VisitSettings } from '../settings/settings.ts'

define('settings', VisitSettings)

declare global {
  interface HTMLElementTagNameMap {
    'visit-settings': VisitSettings
  }
}
