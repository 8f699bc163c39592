import { VisitChart } from '../chart/chart.ts'
import { define } from '../core/define.ts'

define('chart', VisitChart)

declare global {
  interface HTMLElementTagNameMap {
    'visit-chart': VisitChart
  }
}
