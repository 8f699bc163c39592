import { css } from 'lit'

export const visitRecordingsStyles = css`
  .recorded {
    flex: 1 1 180px;
  }
  .recording {
    inline-size: 100%;
    max-block-size: 420px;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_gray-9);
  }
`
