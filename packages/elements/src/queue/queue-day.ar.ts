import type { Translation } from '../core/message-types.ts'
import type { queueDayEn } from './queue-day.en.ts'

export const queueDayAr: Translation<typeof queueDayEn> = {
  open: 'الانتظار اليوم حسب الساعة',
  loading: 'جارٍ تحميل أوقات الانتظار اليوم',
  none: 'لم يسجّل أحد وصوله اليوم.',
  patients: 'المرضى الذين سجّلوا وصولهم',
  minutes: 'دقائق الانتظار',
  minutesHint: 'العمود: انتظر نصف المرضى هذه المدة أو أقل. الخط: أطول انتظار.',
  patientsLabel: {
    zero: 'لم يسجّل أي مريض وصوله اليوم.',
    one: 'سجّل مريض واحد وصوله اليوم، حسب الساعة.',
    two: 'سجّل مريضان وصولهما اليوم، حسب الساعة.',
    few: 'سجّل {count} مرضى وصولهم اليوم، حسب الساعة.',
    many: 'سجّل {count} مريضًا وصولهم اليوم، حسب الساعة.',
    other: 'سجّل {count} مريض وصولهم اليوم، حسب الساعة.',
  },
  minutesLabel: 'دقائق الانتظار حسب الساعة. كان أطول انتظار {longest}.',
  table: 'الأرقام',
  hour: 'الساعة',
  median: 'انتظر النصف هذه المدة أو أقل',
  longest: 'الأطول',
  waiting: 'ما زالوا ينتظرون',
}
