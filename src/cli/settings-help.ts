import { SETTINGS } from '../platform/config/settings.js';

/** The settings, for the help text of commands that read them. */
export function settingsHelp(): string {
  const width = Math.max(...SETTINGS.map((setting) => setting.name.length));
  const lines = SETTINGS.map(
    (setting) => `  ${setting.name.padEnd(width)}  ${setting.meaning} (${setting.otherwise})`,
  );
  return `\nSettings, from the environment:\n${lines.join('\n')}\n`;
}
