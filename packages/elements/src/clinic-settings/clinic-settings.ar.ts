import type { Translation } from '../core/message-types.ts'
import type { clinicSettingsEn } from './clinic-settings.en.ts'

export const clinicSettingsAr: Translation<typeof clinicSettingsEn> = {
  heading: 'إعدادات العيادة',
  loading: 'جارٍ تحميل إعدادات العيادة',
  back: 'كل إعدادات العيادة',
  nothingHeading: 'لا يوجد هنا ما يمكنك تغييره',
  nothingText: 'المسؤولون هم من يغيّر إعدادات العيادة.',
  address: 'العنوان',
  addressText: 'مكان الزيارات الحضورية.',
  calls: 'المكالمات',
  callsText: 'السماح بتسجيلها، ونص الكلام الآلي.',
  names: 'أسماء المختصين',
  namesText: 'الأسماء الرسمية بأجزائها، والأسماء الأخرى.',
  photos: 'صور المختصين',
  photosText: 'يرى المرضى من يختارون ومن يلتقون.',
  orders: 'مجموعات الأوامر',
  ordersText: 'تشخيص مع نصه وفحوصه ووصفاته المعتادة، يُختار بضغطة واحدة في الملاحظة.',
  macros: 'النصوص المختصرة المشتركة',
  macrosText: 'نصوص تنوب عنها كلمة قصيرة في كل ملاحظات العيادة.',
}
