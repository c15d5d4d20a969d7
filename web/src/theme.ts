import { Button, createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

/** The one accent. Its variables stand in tokens.css: the content security policy takes no style from a script. */
const register: MantineColorsTuple = [
  '#e6f4f5',
  '#cfe6e8',
  '#a1cdd1',
  '#70b3b9',
  '#479ca4',
  '#2c8d97',
  '#1a838e',
  '#09707b',
  '#0b5c66',
  '#04484f',
];

export const theme = createTheme({
  primaryColor: 'register',
  primaryShade: { light: 8, dark: 4 },
  colors: { register },
  fontFamily: "'Source Sans 3 Variable', system-ui, sans-serif",
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    // The text on the accent is white by day and dark by night.
    Button: Button.extend({
      vars: (_, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--button-color': 'var(--on-accent)' } : {},
      }),
    }),
  },
});
