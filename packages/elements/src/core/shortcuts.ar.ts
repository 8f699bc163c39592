import type { Translation } from './message-types.ts'
import type { shortcutsEn } from './shortcuts.en.ts'

export const shortcutsAr: Translation<typeof shortcutsEn> = {
  heading: 'مفاتيح هذه الصفحة',
  list: 'إظهار هذه القائمة',
  leave: 'مغادرة الحقل لكي تعمل المفاتيح',
  use: 'استخدام المفاتيح المفردة',
  close: 'إغلاق',
}
