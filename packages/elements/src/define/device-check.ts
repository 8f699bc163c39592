import { define } from '../core/define.ts'
import { VisitDeviceCheck } from '../device-check/device-check.ts'

define('device-check', VisitDeviceCheck)

declare global {
  interface HTMLElementTagNameMap {
    'visit-device-check': VisitDeviceCheck
  }
}
