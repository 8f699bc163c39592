import type { Translation } from '../core/message-types.ts'
import type { accessChartEn } from './access-chart.en.ts'

export const accessChartAr: Translation<typeof accessChartEn> = {
  heading: 'اطلاع الأشخاص حسب اليوم',
  of: 'من القيود أدناه',
  label: {
    zero: 'لا اطلاع لأشخاص من {from} إلى {to}',
    one: 'اطلاع واحد لأشخاص من {from} إلى {to}',
    two: 'اطلاعان لأشخاص من {from} إلى {to}',
    few: '{count} مرات اطلاع لأشخاص من {from} إلى {to}',
    many: '{count} مرة اطلاع لأشخاص من {from} إلى {to}',
    other: '{count} مرة اطلاع لأشخاص من {from} إلى {to}',
  },
  unit: 'مرات الاطلاع',
  table: 'عرض كجدول',
  day: 'اليوم',
  people: 'أشخاص',
  systems: 'أنظمة حاسوبية',
}
