package import Users

/// Who takes the steps of each feature: the strict ones, unless a program puts others in their place.
///
/// Features and what they share ask here, so that a step stands for the whole service wherever it is needed.
package struct ServiceSteps: Sendable {
    package var accounts: any AccountSteps = StrictAccountSteps()
    package var register: any RegisterSteps = StrictRegisterSteps()
    package var login: any LoginSteps = StrictLoginSteps()
    package var guarding: any GuardSteps = StrictGuardSteps()
    package var claims: any ClaimsSteps = StrictClaimsSteps()
    package var logout: any LogoutSteps = StrictLogoutSteps()
    package var refresh: any RefreshSteps = StrictRefreshSteps()
    package var operations: any OperationsSteps = StrictOperationsSteps()

    package init() {}
}
