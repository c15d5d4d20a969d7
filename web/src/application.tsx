/** Which door or screen is shown. Each screen is loaded when it is first opened. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { get } from './api/client.js';
import { Gate, LockedDoor, SignIn, TemporarySecrets } from './session/doors.js';
import { HereProvider, useSession } from './session/session.js';
import { Page, Reading } from './parts/page.js';
import { Boundary } from './shell/boundary.js';
import { Shell } from './shell/shell.js';
import { WedgeProvider } from './scan/wedge.js';
import { Today } from './screens/today.js';
import { words } from './words/words.js';

const FirstRun = lazy(() => import('./screens/first-run.js'));
const BEDSIDE = {
  infusions: () => import('./screens/infusions.js'),
  infusion: () => import('./screens/infusion.js'),
  vials: () => import('./screens/vials.js'),
  vial: () => import('./screens/vial.js'),
  line: () => import('./screens/line.js'),
};
const Infusions = lazy(BEDSIDE.infusions);
const Infusion = lazy(BEDSIDE.infusion);
const Ledger = lazy(() => import('./screens/ledger.js'));
const Line = lazy(BEDSIDE.line);
const Vials = lazy(BEDSIDE.vials);
const Vial = lazy(BEDSIDE.vial);
const Receive = lazy(() => import('./screens/receive.js'));
const Inventories = lazy(() => import('./screens/inventories.js'));
const RunningInventory = lazy(() => import('./screens/running-inventory.js'));
const Count = lazy(() => import('./screens/count.js'));
const RunningCount = lazy(() => import('./screens/running-count.js'));
const Cases = lazy(() => import('./screens/cases.js'));
const Case = lazy(() => import('./screens/case.js'));
const Losses = lazy(() => import('./screens/losses.js'));
const Reconciliation = lazy(() => import('./screens/reconciliation.js'));
const Trends = lazy(() => import('./screens/trends.js'));
const Reports = lazy(() => import('./screens/reports.js'));
const Inspection = lazy(() => import('./screens/inspection.js'));
const Day = lazy(() => import('./screens/day.js'));
const Bag = lazy(() => import('./screens/bag.js'));
const Policies = lazy(() => import('./screens/policies.js'));
const People = lazy(() => import('./screens/people.js'));
const Products = lazy(() => import('./screens/products.js'));
const Suppliers = lazy(() => import('./screens/suppliers.js'));
const Service = lazy(() => import('./screens/service.js'));
const Account = lazy(() => import('./screens/account.js'));

const PRELOAD_AFTER_MS = 2_000;

export function Application() {
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => get('/api/setup'),
    staleTime: Infinity,
  });
  const session = useSession();
  if (setup.isError || session.isError)
    return (
      <Gate title={words.product} says={words.offline}>
        {null}
      </Gate>
    );
  if (setup.data === undefined || session.data === undefined) return null;
  if (setup.data.state !== 'finished')
    return (
      <Suspense>
        <FirstRun />
      </Suspense>
    );
  if (session.data === null) return <SignIn />;
  if (session.data.needsNewSecrets) return <TemporarySecrets />;
  return (
    <WedgeProvider>
      <HereProvider session={session.data} without={<SignIn says={words.session.noSite} />}>
        <Shell>
          <Screens />
        </Shell>
      </HereProvider>
      {session.data.isLocked && <LockedDoor session={session.data} />}
    </WedgeProvider>
  );
}

/** What is needed beside a patient is there before the network may drop; one after the other, so that nobody waits for it. */
async function loadBedside(): Promise<void> {
  for (const load of Object.values(BEDSIDE)) await load().catch(() => undefined);
}

function Screens() {
  const [path] = useLocation();
  useEffect(() => {
    const timer = setTimeout(() => void loadBedside(), PRELOAD_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <Boundary path={path}>
      <Suspense fallback={<Reading />}>
        <Routes />
      </Suspense>
    </Boundary>
  );
}

function Routes() {
  return (
    <Switch>
      <Route path="/" component={Today} />
      <Route path="/infusions" component={Infusions} />
      <Route path="/infusions/:order">
        {({ order }) => <Infusion key={order} order={order} />}
      </Route>
      <Route path="/ledger" component={Ledger} />
      <Route path="/ledger/:line">{({ line }) => <Line key={line} line={line} />}</Route>
      <Route path="/days/:date">{({ date }) => <Day key={date} date={date} />}</Route>
      <Route path="/bags/:bag">
        {({ bag }) => <Bag key={bag} bag={decodeURIComponent(bag)} />}
      </Route>
      <Route path="/vials" component={Vials} />
      <Route path="/vials/:container">
        {({ container }) => <Vial key={container} container={container} />}
      </Route>
      <Route path="/receive" component={Receive} />
      <Route path="/inventory" component={Inventories} />
      <Route path="/inventory/:id">{({ id }) => <RunningInventory key={id} id={id} />}</Route>
      <Route path="/count" component={Count} />
      <Route path="/count/:id">{({ id }) => <RunningCount key={id} id={id} />}</Route>
      <Route path="/discrepancies" component={Cases} />
      <Route path="/discrepancies/:id">{({ id }) => <Case key={id} id={id} />}</Route>
      <Route path="/losses" component={Losses} />
      <Route path="/reconciliation" component={Reconciliation} />
      <Route path="/trends" component={Trends} />
      <Route path="/reports" component={Reports} />
      <Route path="/inspection" component={Inspection} />
      <Route path="/people" component={People} />
      <Route path="/products" component={Products} />
      <Route path="/suppliers" component={Suppliers} />
      <Route path="/policies" component={Policies} />
      <Route path="/service" component={Service} />
      <Route path="/account" component={Account} />
      <Route>
        <Page title={words.nothingHere}>
          <p>{words.nothingHereSays}</p>
        </Page>
      </Route>
    </Switch>
  );
}
