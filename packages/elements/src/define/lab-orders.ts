import { define } from '../core/define.ts'
import { VisitLabOrders } from '../lab-orders/lab-orders.ts'

define('lab-orders', VisitLabOrders)

declare global {
  interface HTMLElementTagNameMap {
    'visit-lab-orders': VisitLabOrders
  }
}
