import '@fontsource-variable/source-sans-3/wght.css';
import './library.css';
import './tokens.css';
import './styles.css';
import './shell/shell.css';
import './panels.css';
import './registers.css';
import './narrow-registers.css';
import './bedside.css';
import './ledger.css';
import './touch.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Application } from './application.js';
import { Refused } from './api/client.js';
import { clockAhead } from './api/queries.js';
import { theme } from './theme.js';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was read stays readable through a short drop of the network.
      gcTime: 1_800_000,
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
      refetchOnWindowFocus: false,
    },
  },
});
// Every screen needs it, and nobody must be signed in for it.
void queries.query(clockAhead).catch(() => undefined);
const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the application');
createRoot(root).render(
  <MantineProvider
    theme={theme}
    defaultColorScheme="auto"
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <QueryClientProvider client={queries}>
      <Application />
    </QueryClientProvider>
  </MantineProvider>,
);
