import type { Translation } from '../core/message-types.ts'
import type { mailboxFilesEn } from './mailbox-files.en.ts'

export const mailboxFilesAr: Translation<typeof mailboxFilesEn> = {
  heading: 'ملفات لم تُقيَّد',
  hint: 'ردود من مركز تبادل المطالبات تعذّرت قراءتها أو تقييدها. لم يُقيَّد أي مبلغ فيها بعد.',
  columnFile: 'الملف',
  columnPosted: 'أُرسل في',
  columnFault: 'ما الخطأ',
  unreadable: 'تتعذّر قراءته',
  failing: 'يتعثر هنا',
  waiting: 'على وشك أن يُقرأ',
  read: 'قُرئ',
  elsewhere: 'عولج في مكان آخر',
  more: 'عرض ملفات أخرى',

  fileHeading: 'الملف {name}',
  filePosted: 'من مركز تبادل المطالبات، {time}',
  fault: 'الخطأ: {code}',
  faultIn: 'الخطأ: {code} في المقطع {segment}',
  attempts: {
    zero: 'لم تجرِ أي محاولة',
    one: 'محاولة واحدة',
    two: 'محاولتان',
    few: '{count} محاولات',
    many: '{count} محاولة',
    other: '{count} محاولة',
  },
  why_unreadable: 'الملف ليس كما يصف نفسه، لذا لم يُقيَّد منه شيء. اطلب من المركز ملفًا مصححًا: فهو يعرفه باسمه.',
  why_failing: 'الملف سليم، لكن الخادم يتعثر فيه. تُعاد المحاولة كل بضع ثوانٍ. إن بقي هنا، فأخبر القائمين على الخادم.',

  text: 'الملف كما وصل',
  textHint: 'قد يذكر عدة مرضى. تُسجَّل قراءتك له.',
  textGone: 'قُرئ الملف، وما جاء فيه محفوظ مع مطالباته.',
  show: 'عرض الملف',
  showing: 'جارٍ فتح الملف',
  save: 'حفظ الملف',
  fileName: 'clearinghouse-file.txt',

  again: 'قراءته مرة أخرى',
  againHint: 'بعد تحديث الخادم أو إصلاحه.',
  againDone: 'سيُقرأ الملف مرة أخرى بعد لحظات.',
  aside: 'عولج في مكان آخر',
  asideHint: 'لا يُقيَّد هنا شيء. لن يُقرأ الملف بعد الآن، ويُحذف نصه بعد أيام.',
  asideDone: 'وُضعت على الملف علامة: عولج في مكان آخر.',

  problem_file_worked: [
    'قُرئ هذا الملف أو عولج في هذه الأثناء',
    'لم تغيّر أنت شيئًا.',
    'عُد إلى القائمة لترى ما لا يزال ينتظر.',
  ],
}
