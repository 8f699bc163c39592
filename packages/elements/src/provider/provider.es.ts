import type { Translation } from '../core/message-types.ts'
import type { providerEn } from './provider.en.ts'

export const providerEs: Translation<typeof providerEn> = {
  stillHere: '¿Sigue ahí?',
  idleWhy: 'Para proteger su información de salud, cerraremos su sesión en {time}. Lo que guardó no se pierde.',
  stay: 'Seguir conectado',
  signOut: 'Cerrar sesión ahora',
  endsSoon: 'Su tiempo está por terminar',
  absoluteWhy:
    'Por su seguridad, su sesión se cerrará en {time}. Guarde lo que está haciendo. Puede volver a entrar enseguida.',
  goOn: 'Continuar',
  minutesLeft: { one: 'Queda {count} minuto', other: 'Quedan {count} minutos' },
  extended: 'Su sesión sigue abierta.',
  notExtended: 'No pudimos comunicarnos con la clínica. Inténtelo de nuevo.',
  unreached: 'No pudimos comunicarnos con la clínica. Seguimos intentándolo.',
  endedTitle: 'Su sesión se cerró',
  endedIdle:
    'Estuvo ausente un rato, así que cerramos su sesión para proteger su información de salud. Lo que guardó no se pierde.',
  endedOther: 'Su sesión terminó, para proteger su información de salud. Lo que guardó no se pierde.',
  signInAgain: 'Volver a entrar',
  neededTitle: 'Falta un paso para entrar',
  'needed_second-step':
    'Con su función, solo ve a los pacientes después de un segundo paso. Use la aplicación de su teléfono, su clave de acceso o su llave. Un mensaje de texto no cuenta.',
  'needed_hardware-key': 'Con su función, solo ve a los pacientes después de entrar con su llave física.',
  neededKept: 'No se perdió nada. Si aún no tiene un segundo paso, pídalo a quien administra su acceso.',
  trainingEnds:
    'Vence una capacitación que su función necesita. Después del {day} no verá pacientes hasta que se registre de nuevo.',
  trainingEnded: 'Venció una capacitación que su función necesita. No verá pacientes hasta que se registre de nuevo.',
  needDeclined: 'Esa forma de entrar no bastó, o usted la interrumpió. Inténtelo de nuevo.',
}
