import type { Translation } from '../../core/message-types.ts'
import type { downtimeEn } from './downtime.en.ts'

export const downtimeAr: Translation<typeof downtimeEn> = {
  heading: 'الزيارات عند تعطل النظام',
  text: 'اليوم وغدًا، كما في {time}. التغييرات اللاحقة ليست هنا. يُسجَّل تصدير لكل مريض في القائمة.',
  save: 'حفظ كصفحة للطباعة',
  saved: 'حُفظت الصفحة. افتحها في المتصفح واطبعها. احذف الملف وأتلف الورق عندما يعود النظام.',
  again: 'قراءتها من جديد',
  stored: 'إذا أعدّت عيادتك ذلك، يحفظ الخادم هذه القائمة كل ساعة، لتُفتح بمفتاح الاستقبال عندما لا يوجد خادم.',
  none: 'لا توجد زيارات محجوزة.',
  visits: {
    zero: '{day}: لا زيارات',
    one: '{day}: زيارة واحدة',
    two: '{day}: زيارتان',
    few: '{day}: {count} زيارات',
    many: '{day}: {count} زيارة',
    other: '{day}: {count} زيارة',
  },
  time: 'الوقت',
  patient: 'المريض',
  born: 'تاريخ الميلاد',
  phone: 'الهاتف',
  practitioner: 'الطبيب',
  reason: 'السبب',
  language: 'اللغة',
  interpreter: '{language}، المترجم: {interpreter}',
  notes: 'الحضور والمغادرة والملاحظات',
  erased: 'السجل محذوف',
}
