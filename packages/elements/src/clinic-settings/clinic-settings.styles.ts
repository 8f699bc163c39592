import { css } from 'lit'

export const clinicSettingsStyles = css`
  .picks {
    border-block-start: 1px solid var(--_line);
  }
  .lined > li {
    padding-block: calc(var(--_s) * 3);
  }
  .lined > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .text-block {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .within {
    padding: calc(var(--_s) * 3);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .narrow {
    max-inline-size: 36em;
  }
`
