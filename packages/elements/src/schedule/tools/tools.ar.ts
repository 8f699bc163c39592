import type { Translation } from '../../core/message-types.ts'
import type { toolsEn } from './tools.en.ts'

export const toolsAr: Translation<typeof toolsEn> = {
  clinic: 'العيادة',
  waitingNow: 'ينتظرون الآن: {count}',
  arrived: {
    zero: 'لا أحد ينتظر الآن.',
    one: 'ينتظر مريض واحد الآن.',
    two: 'ينتظر مريضان الآن.',
    few: 'ينتظر {count} مرضى الآن.',
    many: 'ينتظر {count} مريضًا الآن.',
    other: 'ينتظر {count} مريض الآن.',
  },
  waitlist: 'قائمة الانتظار',
  needsTime: 'تحتاج إلى وقت آخر',
  downtime: 'إذا تعطل النظام',
  closures: 'أيام الإغلاق',
  resources: 'الغرف والمترجمون',
  also: 'مع {names}',
  seats: 'المقاعد المأخوذة {count} من {capacity}',
  series: '{place} من {count} في سلسلة',
  inState: 'المريض في {state}',
}
