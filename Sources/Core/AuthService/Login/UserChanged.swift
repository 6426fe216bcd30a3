/// The account is no longer as it was when its password was checked, which takes a while.
///
/// It was deleted, or has another password; or another login has hashed the same password anew, since hashes have become
/// dearer. Only the password can tell these apart, so it is checked once more, against what stands there now.
package struct UserChanged: Error {
    package init() {}
}
