import type { Translation } from '../core/message-types.ts'
import type { callRecordEn } from './call-record.en.ts'

export const callRecordAr: Translation<typeof callRecordEn> = {
  notHeld: 'لم يدخل أحد إلى الغرفة.',
  noTroubles: 'لم يُبلَّغ عن أي مشكلة.',
  fromBrowsers: 'كما أبلغ متصفح كل شخص.',
  who_patient: 'من جهة المريض',
  who_proxy: 'من جهة من ينوب عن المريض',
  who_practitioner: 'من جهة الطبيب',
  who_guest: 'من جهة الضيف',
  who_interpreter: 'من جهة المترجم',
  count: {
    zero: '{count} مرة',
    one: 'مرة واحدة',
    two: 'مرتان',
    few: '{count} مرات',
    many: '{count} مرة',
    other: '{count} مرة',
  },
  trouble_refused: 'لم يقبل المتصفح الآخر المكالمة',
  'trouble_no-answer': 'لم يستجب المتصفح الآخر',
  'trouble_no-path': 'لم تسمح الشبكة بمرور أي شيء إلى الشخص الآخر',
  'trouble_no-picture': 'لم تصل صورة الشخص الآخر',
  'trouble_no-sound': 'لم يصل صوت الشخص الآخر',
  trouble_interrupted: 'انقطع الاتصال',
  trouble_dropped: 'اختفى الشخص الآخر دون أن يغادر',
  'trouble_device-denied': 'لم يُسمح بالكاميرا أو الميكروفون أو الشاشة',
  'trouble_device-missing': 'لم تكن هناك كاميرا أو ميكروفون',
  'trouble_device-busy': 'كان برنامج آخر يستخدم الكاميرا أو الميكروفون',
  'trouble_not-loaded': 'تعذّر تحميل برنامج الفيديو',
  trouble_failed: 'تعذّر دخول الغرفة، أو فُقد الاتصال بها',
  trouble_unsupported: 'لا يستطيع المتصفح إجراء المكالمات',
}
