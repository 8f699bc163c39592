import type { Preview } from '@storybook/web-components-vite'
import { setPageClock } from '../test/page-clock.ts'

setPageClock()

const item = (value: string, title: string) => ({ value, title })

/** The toolbar changes the page, not the elements. Elements follow the page, as in a portal. */
const preview: Preview = {
  globalTypes: {
    scheme: { toolbar: { title: 'Scheme', items: [item('light', 'Light'), item('dark', 'Dark')], dynamicTitle: true } },
    language: {
      toolbar: {
        title: 'Language',
        items: [item('en', 'English'), item('es', 'Español'), item('ar', 'العربية')],
        dynamicTitle: true,
      },
    },
    direction: {
      toolbar: {
        title: 'Direction',
        items: [item('auto', 'Of the language'), item('ltr', 'Left to right'), item('rtl', 'Right to left')],
        dynamicTitle: true,
      },
    },
    width: {
      toolbar: {
        title: 'Width',
        items: [
          item('none', 'As wide as it likes'),
          item('320', '320 px'),
          item('390', '390 px'),
          item('768', '768 px'),
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { scheme: 'light', language: 'en', direction: 'auto', width: 'none' },
  parameters: { layout: 'padded', controls: { disable: true } },
  decorators: [
    (story, { globals }) => {
      const { documentElement, body } = document
      const language = String(globals['language'])
      const direction = String(globals['direction'])
      documentElement.lang = language
      documentElement.dir = direction === 'auto' ? (language === 'ar' ? 'rtl' : 'ltr') : direction
      documentElement.style.colorScheme = String(globals['scheme'])
      body.style.background = globals['scheme'] === 'dark' ? '#101a21' : '#f4f7f8'
      body.style.maxInlineSize = globals['width'] === 'none' ? '' : `${String(globals['width'])}px`
      body.style.marginInline = 'auto'
      return story()
    },
  ],
}

// oxlint-disable-next-line import/no-default-export -- Storybook reads its preview from the default export
export default preview
