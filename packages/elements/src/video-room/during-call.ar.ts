import type { Translation } from '../core/message-types.ts'
import type { duringCallEn } from './during-call.en.ts'

export const duringCallAr: Translation<typeof duringCallEn> = {
  smallWindow: 'زيارتك في نافذة صغيرة',
  sending_both: 'الكاميرا والميكروفون يعملان.',
  sending_camera: 'الكاميرا تعمل.',
  sending_microphone: 'الميكروفون يعمل.',
  sending_none: 'الكاميرا والميكروفون مغلقان.',
  sendingScreen: 'أنت تشارك شاشتك.',
  back: 'العودة إلى الزيارة',
  elapsed: 'الوقت منذ بدء الزيارة',
  fullScreen: 'ملء الشاشة',
  fullScreenEnd: 'إنهاء ملء الشاشة',
  elsewhereHeading: 'أنت في هذه الزيارة بالفعل',
  elsewhereText: 'أنت فيها في نافذة أخرى أو على جهاز آخر لك. إذا نقلتها إلى هنا انتهت هناك.',
  moveHere: 'نقل الزيارة إلى هنا',
  movedHeading: 'نُقلت الزيارة',
  movedText: 'أنت فيها في نافذة أخرى أو على جهاز آخر. الكاميرا والميكروفون مغلقان هنا.',
  takeBack: 'إعادتها إلى هنا',
  stoppedHeading: 'توقفت المكالمة',
  stoppedText:
    'سُحبت موافقة تحتاج إليها هذه الزيارة، لذلك انتهت المكالمة للجميع. الكاميرا والميكروفون لديك مغلقان. الزيارة لا تزال مفتوحة.',
  stoppedNext: 'للمتابعة بالفيديو، اقرأ الموافقة ووافق مرة أخرى. أو اطلب من العيادة طريقة أخرى للرعاية.',
  stoppedAgree: 'قراءتها مرة أخرى',
  stoppedByPatient: 'سحب المريض موافقة تحتاج إليها هذه الزيارة، لذلك انتهت المكالمة للجميع. الزيارة لا تزال مفتوحة.',
  stoppedWait: 'إذا وافق مرة أخرى، يمكنك الدخول من هنا. أو أنهِ الزيارة وقدّم الرعاية بطريقة أخرى.',
}
