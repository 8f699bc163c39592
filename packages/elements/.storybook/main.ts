import type { StorybookConfig } from '@storybook/web-components-vite'

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../src/**/*.stories.ts'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
}

// oxlint-disable-next-line import/no-default-export -- Storybook reads its configuration from the default export
export default config
