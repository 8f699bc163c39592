import type { Translation } from '../core/message-types.ts'
import type { accessChartEn } from './access-chart.en.ts'

export const accessChartEs: Translation<typeof accessChartEn> = {
  heading: 'Accesos de personas por día',
  of: 'De las entradas de abajo',
  label: {
    one: '{count} acceso de personas del {from} al {to}',
    other: '{count} accesos de personas del {from} al {to}',
  },
  unit: 'Accesos',
  table: 'Mostrar como tabla',
  day: 'Día',
  people: 'Personas',
  systems: 'Sistemas informáticos',
}
