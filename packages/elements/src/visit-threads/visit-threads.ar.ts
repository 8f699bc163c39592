import type { Translation } from '../core/message-types.ts'
import type { visitThreadsEn } from './visit-threads.en.ts'

export const visitThreadsAr: Translation<typeof visitThreadsEn> = {
  heading: 'رسائل الزيارات',
  loading: 'جارٍ تحميل الرسائل',
  none: 'لا شيء بعد. يظهر هنا ما يُكتب في مكالمة الزيارة.',
  visitOn: 'زيارة يوم {date}',
  unread: {
    zero: 'لا جديد',
    one: '{count} جديدة',
    two: '{count} جديدتان',
    few: '{count} جديدة',
    many: '{count} جديدة',
    other: '{count} جديدة',
  },
  read: 'قراءة',
  readOf: 'قراءة: {name}',
  close: 'إغلاق',
  closeOf: 'إغلاق: {name}',
  older: 'عرض الرسائل السابقة',
  you: 'أنت',
}
